package io.haetae.grading.campaign;

import io.haetae.grading.campaign.CampaignStore.Campaign;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Who sees how much of a full review: its authority and auditors all, an office what is its own to answer. */
@ApplicationScoped
class CampaignAccess {

    private final CampaignStore store;
    private final InstitutionService institutions;
    private final CurrentActor actor;

    CampaignAccess(CampaignStore store, InstitutionService institutions, CurrentActor actor) {
        this.store = store;
        this.institutions = institutions;
        this.actor = actor;
    }

    /**
     * What a reader sees.
     *
     * @param all whether that is every institution
     * @param own the reader's institution and those below it
     */
    record Reach(boolean all, Set<String> own) {

        String[] owners() {
            return own.toArray(String[]::new);
        }
    }

    Actor actor() {
        return actor.get();
    }

    /** The actor, or a refusal (403) of one without the role. */
    Actor require(Role role) {
        return actor.require(role);
    }

    /** Whether there is such an institution. */
    boolean knows(String institution) {
        return institutions.find(institution).isPresent();
    }

    /** What the reader reaches of a review of that authority. */
    Reach reach(String authority) {
        Actor reader = actor.get();
        boolean all = reader.hasAny(Role.AUDITOR, Role.ADMIN)
                || reader.hasAny(Role.AUTHORITY) && reader.institution().equals(authority);
        return new Reach(all, institutions.selfAndBelow(reader.institution()));
    }

    /** The review, or a refusal (404) when it asks nothing of the reader. */
    Campaign see(String number) {
        return visible(store.find(number).orElseThrow(Refusal::notFound));
    }

    /** The same, locked, for its authority (AUTHORITY) while it runs. */
    Campaign lockOwn(String number) {
        actor.require(Role.AUTHORITY);
        Campaign campaign = visible(store.lock(number).orElseThrow(Refusal::notFound));
        if (!campaign.authority().equals(actor.get().institution())) {
            throw Refusal.notFound();
        }
        if (campaign.closedAt() != null) {
            throw new Refusal(CampaignError.CLOSED);
        }
        return campaign;
    }

    private Campaign visible(Campaign campaign) {
        Reach reach = reach(campaign.authority());
        if (!reach.all() && store.institutions(campaign.id()).stream().noneMatch(reach.own()::contains)) {
            throw Refusal.notFound();
        }
        return campaign;
    }
}
