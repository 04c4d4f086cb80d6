// draw(cards): draws them on one sheet, and answers what is wrong with them.
/* global AdaptiveCards, markdownit */
const markdown = markdownit({ linkify: true });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text).replace(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, '<span class="mention">$1</span>');
  result.didProcess = true;
};

const host = new AdaptiveCards.HostConfig({
  fontFamily: '"Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, actionsOrientation: 'horizontal', actionAlignment: 'left' },
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors: { default: { default: '#242424', subtle: '#616161' }, attention: { default: '#b10e1c', subtle: '#b10e1c' }, accent: { default: '#5b5fc7', subtle: '#5b5fc7' } } },
    emphasis: { backgroundColor: '#f0f0f0', foregroundColors: { default: { default: '#242424', subtle: '#616161' } } },
    accent: { backgroundColor: '#ebebf8', foregroundColors: { default: { default: '#242424', subtle: '#616161' } } },
  },
  inputs: { label: { inputSpacing: 'small', requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } }, errorMessage: { spacing: 'small', color: 'attention' } },
});

// eslint-disable-next-line no-unused-vars
function draw(cards) {
  const sheet = document.getElementById('sheet');
  sheet.replaceChildren();
  return cards.flatMap(({ name, card }) => drawOne(sheet, name, card).map((fault) => `${name}: ${fault}`));
}

// Teams alone can find people; here those who are chosen stand in the list.
function withPeople(name, value) {
  if (!value?.['choices.data']) return value;
  const { 'choices.data': found, ...input } = value;
  return { ...input, style: 'expanded', choices: (input.value ?? '').split(',').map((id) => ({ title: id || '(nobody yet)', value: id || 'nobody' })) };
}

function drawOne(sheet, name, json) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = host;
  const context = new AdaptiveCards.SerializationContext();
  card.parse(JSON.parse(json, withPeople), context);
  sheet.insertAdjacentHTML('beforeend', '<figure><figcaption></figcaption><div class="card"></div></figure>');
  const place = sheet.lastElementChild.lastElementChild;
  sheet.lastElementChild.firstElementChild.textContent = name;
  place.replaceChildren(card.render());
  const faults = [...Array(context.eventCount).keys()].map((index) => context.getEventAt(index).message);
  for (const result of card.validateProperties().validationEvents) faults.push(result.message);
  for (const element of place.querySelectorAll('.ac-textBlock, button')) if (element.scrollWidth > element.clientWidth + 2) faults.push(`cut: ${element.textContent.slice(0, 60)}`);
  const drawn = place.querySelectorAll('button.ac-pushButton').length;
  const wanted = (json.match(/"type":"Action\.(Execute|Submit|ToggleVisibility)"/g) ?? []).length - (json.includes('"refresh":') ? 1 : 0);
  if (drawn !== wanted) faults.push(`${drawn} buttons of ${wanted}`);
  return faults;
}
