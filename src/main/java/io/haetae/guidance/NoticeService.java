package io.haetae.guidance;

import io.haetae.audit.Journal;
import io.haetae.continuity.ActivationService;
import io.haetae.continuity.ActivationView;
import io.haetae.guidance.NoticeRows.Held;
import io.haetae.incident.IncidentNotices;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices to the public: drafted, approved by another person, published, withdrawn. */
@ApplicationScoped
public class NoticeService {

    private static final String SUBJECT = "NOTICE";

    private final NoticeRows rows;
    private final NoticeDraft drafts;
    private final ActivationService activations;
    private final IncidentNotices incidents;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    NoticeService(
            NoticeRows rows,
            NoticeDraft drafts,
            ActivationService activations,
            IncidentNotices incidents,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.activations = activations;
        this.incidents = incidents;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Drafts one from a plan at work. */
    @Transactional
    public NoticeView draft(@Valid NoticeCommand command) {
        Actor by = writer();
        ActivationView activation = activations.get(command.activation(), by);
        LocalizedText title = Objects.requireNonNullElseGet(command.title(), () -> drafts.title(activation));
        LocalizedText body = Objects.requireNonNullElseGet(command.body(), () -> drafts.body(activation));
        UUID id = Ids.at(clock.instant());
        rows.add(id, command.activation(), title, body, clock.instant(), by);
        record("guidance.notice-drafted", id, Map.of("incident", activation.incident(), "title", title));
        return rows.read(id, by).view();
    }

    /** Changes the words of a draft; who does is its drafter from then on. */
    @Transactional
    public NoticeView write(UUID id, @Valid NoticeText text) {
        Actor by = writer();
        require(rows.lock(id, by), NoticeState.DRAFT);
        rows.write(id, text, clock.instant(), by);
        record("guidance.notice-written", id, Map.of("title", text.title(), "body", text.body()));
        return rows.read(id, by).view();
    }

    /**
     * Another person stands by it. One that was approved before its incident became known to few may be approved again,
     * in that knowledge.
     */
    @Transactional
    public NoticeView approve(UUID id) {
        Actor by = current.require(Role.OFFICER, Role.HQ);
        Held notice = rows.lock(id, by);
        boolean again = notice.view().restricted() && !notice.view().approvedKnowing();
        if (again) {
            require(notice, NoticeState.DRAFT, NoticeState.APPROVED, NoticeState.PUBLISHED);
        } else {
            require(notice, NoticeState.DRAFT);
        }
        if (by.id().equals(notice.draftedBy())) {
            throw new Refusal(GuidanceError.ANOTHER_PERSON);
        }
        rows.approve(id, notice.view().restricted(), clock.instant(), by);
        record(
                "guidance.notice-approved",
                id,
                Map.of("restricted", notice.view().restricted()));
        return rows.read(id, by).view();
    }

    /** From now on the public reads it. */
    @Transactional
    public NoticeView publish(UUID id) {
        Actor by = writer();
        Held notice = rows.lock(id, by);
        require(notice, NoticeState.APPROVED);
        if (notice.view().restricted() && !notice.view().approvedKnowing()) {
            throw new Refusal(GuidanceError.APPROVE_AGAIN);
        }
        rows.publish(id, clock.instant(), by);
        record("guidance.notice-published", id, Map.of("title", notice.view().title()));
        incidents.published(notice.view().incident(), notice.view().title(), by.name());
        return rows.read(id, by).view();
    }

    /** Taken back. */
    @Transactional
    public NoticeView withdraw(UUID id, String reason) {
        Actor by = writer();
        require(rows.lock(id, by), NoticeState.DRAFT, NoticeState.APPROVED, NoticeState.PUBLISHED);
        rows.withdraw(id, reason, clock.instant(), by);
        record("guidance.notice-withdrawn", id, Map.of("reason", reason));
        return rows.read(id, by).view();
    }

    /** The notice, or a refusal (404). */
    @Transactional
    public NoticeView get(UUID id, Actor actor) {
        return rows.read(id, actor).view();
    }

    /** Those the actor may know of, the newest first. */
    @Transactional
    public Page<NoticeView> list(
            Actor actor, @Nullable UUID activation, @Nullable NoticeState state, int limit, @Nullable String cursor) {
        return rows.list(actor, activation, state, limit, cursor);
    }

    private Actor writer() {
        return current.require(Role.OPERATOR, Role.SITUATION, Role.OFFICER, Role.HQ);
    }

    private static void require(Held notice, NoticeState... allowed) {
        if (!List.of(allowed).contains(notice.view().state())) {
            throw new Refusal(
                    GuidanceError.NOT_ALLOWED_NOW,
                    Map.of("state", notice.view().state(), "allowed", Arrays.toString(allowed)));
        }
    }

    private void record(String rule, UUID id, Map<String, ?> data) {
        journal.record(rule, SUBJECT, id.toString(), data);
    }
}
