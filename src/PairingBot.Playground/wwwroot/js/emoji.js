const known = {
  coffee: '☕', wave: '👋', tada: '🎉', seedling: '🌱', herb: '🌿', handshake: '🤝', calendar: '📅', spiral_calendar_pad: '🗓️',
  white_check_mark: '✅', heavy_check_mark: '✔️', x: '❌', warning: '⚠️', bulb: '💡', star: '⭐', star2: '🌟', sparkles: '✨',
  rocket: '🚀', compass: '🧭', dart: '🎯', bell: '🔔', no_bell: '🔕', clock1: '🕐', hourglass: '⌛', hourglass_flowing_sand: '⏳',
  alarm_clock: '⏰', thinking_face: '🤔', smile: '😄', slightly_smiling_face: '🙂', blush: '😊', heart: '❤️', green_heart: '💚',
  '+1': '👍', thumbsup: '👍', '-1': '👎', thumbsdown: '👎', pray: '🙏', clap: '👏', raised_hands: '🙌', raising_hand: '🙋',
  eyes: '👀', speech_balloon: '💬', thought_balloon: '💭', memo: '📝', pencil: '✏️', pencil2: '✏️', bar_chart: '📊', lock: '🔒',
  key: '🔑', mag: '🔍', link: '🔗', gear: '⚙️', pushpin: '📌', book: '📖', books: '📚', mortar_board: '🎓', trophy: '🏆',
  earth_africa: '🌍', globe_with_meridians: '🌐', sunrise: '🌅', beach_with_umbrella: '🏖️', palm_tree: '🌴', zzz: '💤',
  double_vertical_bar: '⏸️', arrow_forward: '▶️', repeat: '🔁', busts_in_silhouette: '👥', bust_in_silhouette: '👤', robot_face: '🤖',
  people_holding_hands: '🧑‍🤝‍🧑', information_source: 'ℹ️', question: '❓', exclamation: '❗', heavy_plus_sign: '➕', leaves: '🍃', gift: '🎁',
  crystal_ball: '🔮', balloon: '🎈', hatching_chick: '🐣', raised_hand: '✋', point_right: '👉', point_down: '👇', point_up: '☝️',
  muscle: '💪', mega: '📣', ear: '👂', mirror: '🪞', arrow_right: '➡️', door: '🚪', wastebasket: '🗑️', crown: '👑', date: '📅',
};

export const emoji = name => known[name];
export const withEmoji = text => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => known[name] ?? whole);
