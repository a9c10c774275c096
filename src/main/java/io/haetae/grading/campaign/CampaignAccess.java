package io.haetae.grading.campaign;

import io.haetae.grading.GradingActs;
import io.haetae.grading.campaign.CampaignStore.Campaign;
import io.haetae.identity.AuthorityArea;
import io.haetae.identity.DelegationService;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who sees how much of a full review: its authority and auditors all, an administrator those of the authority that he
 * works under, an office what is its own to answer.
 */
@ApplicationScoped
class CampaignAccess {

    private final CampaignStore store;
    private final InstitutionService institutions;
    private final DelegationService delegations;
    private final CurrentActor actor;

    CampaignAccess(
            CampaignStore store, InstitutionService institutions, DelegationService delegations, CurrentActor actor) {
        this.store = store;
        this.institutions = institutions;
        this.delegations = delegations;
        this.actor = actor;
    }

    /**
     * What a reader sees.
     *
     * @param all whether that is every institution
     * @param own the reader's institution and those below it, and those for which he answers under a delegation
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

    /** Whether the actor answers for anybody, in his own right or under a delegation. */
    boolean answers() {
        return actor.get().hasAny(Role.OFFICER)
                || !delegations.mandates(GradingActs.ANSWER).isEmpty();
    }

    /** Whether there is such an institution. */
    boolean knows(String institution) {
        return institutions.find(institution).isPresent();
    }

    /** What the reader reaches of a review of that authority. */
    Reach reach(String authority) {
        Actor reader = actor.get();
        boolean all = reader.hasAny(Role.AUDITOR)
                || reader.hasAny(Role.ADMIN) && institutions.area(reader).includes(authority)
                || reader.hasAny(Role.AUTHORITY) && reader.institution().equals(authority);
        Set<String> own = new TreeSet<>(institutions.selfAndBelow(reader.institution()));
        delegations.mandates(GradingActs.ANSWER).stream()
                .map(mandate -> institutions.selfAndBelow(mandate.institution()))
                .forEach(own::addAll);
        return new Reach(all, own);
    }

    /** The central authorities of which the reader sees every review. */
    AuthorityArea whole() {
        Actor reader = actor.get();
        if (reader.hasAny(Role.AUDITOR, Role.ADMIN)) {
            return institutions.area(reader);
        }
        return new AuthorityArea(false, reader.hasAny(Role.AUTHORITY) ? Set.of(reader.institution()) : Set.of());
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
