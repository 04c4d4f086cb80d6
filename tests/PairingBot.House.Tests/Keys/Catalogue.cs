using System.Collections;
using System.Reflection;

namespace PairingBot.House.Tests.Keys;

/// <summary>A visible list of things that describe themselves: a static <c>All</c> whose elements have a <c>Key</c>.</summary>
public sealed record Catalogue(Type List, Type Element, IReadOnlyList<object> All)
{
    private const BindingFlags Anywhere = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<Catalogue> In(IEnumerable<Type> types) =>
        from type in types
        let all = type.GetProperty("All", Anywhere)
        where all is not null && all.PropertyType.IsGenericType && all.PropertyType.IsAssignableTo(typeof(IEnumerable))
        let element = all.PropertyType.GetGenericArguments()[0]
        where KeyOf(element) is not null
        select new Catalogue(type, element, [.. ((IEnumerable)all.GetValue(null)!).Cast<object>()]);

    /// <summary>Kinds that exist and are not in the list: nobody would ever meet them.</summary>
    public IEnumerable<string> Missing() =>
        from type in Element.Assembly.GetTypes()
        where type.IsAssignableTo(Element) && !type.IsAbstract && !All.Any(one => one.GetType() == type) && Element.IsAbstract
        select $"{type.Name} is not in {List.Name}.All";

    /// <summary>"RelationshipCatalog mentor", and for what hangs on an element with a key of its own (a role) "RelationshipCatalog mentor SeekerRole mentee".</summary>
    public IEnumerable<string> Keys() =>
        from one in All
        let key = $"{List.Name} {KeyOf(Element)!.GetValue(one)}"
        from line in PartsOf(one).Select(part => $"{key} {part}").Prepend(key)
        select line;

    private static IEnumerable<string> PartsOf(object one) =>
        from property in one.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
        where property.GetIndexParameters().Length == 0 && KeyOf(property.PropertyType) is not null
        orderby property.Name
        let part = property.GetValue(one)
        where part is not null
        select $"{property.Name} {KeyOf(property.PropertyType)!.GetValue(part)}";

    private static PropertyInfo? KeyOf(Type type) =>
        type.GetProperty("Key", BindingFlags.Instance | BindingFlags.Public) is { } key && key.PropertyType == typeof(string) ? key : null;
}
