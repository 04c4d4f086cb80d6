using Microsoft.Extensions.Options;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Tokens;

/// <summary>Whether a true token is one for this activity, and the activity one for this bot: a token that was sent along with another one says nothing about it.</summary>
internal sealed class ActivityCheck(IOptions<TeamsOptions> options)
{
    public ActivityVerdict Check(Activity activity, CheckedToken token)
    {
        if (!ServiceAddresses.AreSame(token.ServiceAddress, activity.ServiceAddress)) return ActivityVerdict.OtherServiceAddress;
        if (!ServiceAddresses.IsAllowed(options.Value, activity.ServiceAddress)) return ActivityVerdict.ServiceAddressNotAllowed;
        if (activity.Channel != Activity.Teams) return ActivityVerdict.OtherChannel;
        if (token.Endorsements?.Contains(Activity.Teams) != true) return ActivityVerdict.NotEndorsed;
        return Tenant(activity);
    }

    private ActivityVerdict Tenant(Activity activity)
    {
        if (activity.Tenant is not { } tenant) return ActivityVerdict.WithoutTenant;
        if (!activity.TenantsAgree) return ActivityVerdict.TwoTenants;
        var served = options.Value.Tenants; // none only for a bot of many tenants
        return served.Count == 0 || served.Contains(tenant, StringComparer.OrdinalIgnoreCase) ? ActivityVerdict.Holds : ActivityVerdict.OtherTenant;
    }
}

internal enum ActivityVerdict
{
    Holds,
    OtherServiceAddress,
    ServiceAddressNotAllowed,
    OtherChannel,
    NotEndorsed,
    WithoutTenant,
    TwoTenants,
    OtherTenant,
}
