package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.Page;
import io.haetae.kernel.Sql;
import io.haetae.procedure.engine.Manual;
import io.haetae.procedure.engine.Step;
import io.haetae.procedure.engine.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads runs under the reader's scope. */
@ApplicationScoped
class RunReadService {

    private static final int MOST = 200;
    private static final Comparator<MyStep> BY_DUE = Comparator.comparing(
                    (MyStep step) -> step.step().dueAt(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(step -> step.step().readyAt());

    private final RunRecords records;
    private final RunAccess access;
    private final RunViews views;
    private final Manuals manuals;
    private final Votes votes;
    private final Sql sql;
    private final Clock clock;

    RunReadService(
            RunRecords records, RunAccess access, RunViews views, Manuals manuals, Votes votes, Sql sql, Clock clock) {
        this.records = records;
        this.access = access;
        this.views = views;
        this.manuals = manuals;
        this.votes = votes;
        this.sql = sql;
        this.clock = clock;
    }

    /** What is asked of a list. */
    record Filter(
            @Nullable String subject,
            Run.@Nullable State state,
            @Nullable UUID holder) {}

    /** One run with its steps, else 404. */
    @Transactional
    public RunView get(UUID id, Actor actor) {
        return views.view(access.read(id, actor, clock.instant()));
    }

    /** Runs in scope, the newest first. */
    @Transactional
    public Page<RunRow> list(Filter filter, Actor actor, @Nullable String cursor, int limit) {
        StringBuilder where = new StringBuilder("true");
        List<Object> parameters = new ArrayList<>();
        scope(actor, where, parameters);
        narrow(where, parameters, "subject_id = ?", filter.subject());
        narrow(where, parameters, "state = ?", filter.state());
        narrow(where, parameters, "holder = ?", filter.holder());
        if (cursor != null) {
            where.append(" and (started_at, id) < (?::timestamptz, ?::uuid)");
            parameters.addAll(Cursor.parse(cursor, 2));
        }
        parameters.add(limit + 1);
        List<UUID> ids = ids(where + " order by started_at desc, id desc limit ?", parameters);
        Page<Run> page = Page.of(load(ids), limit, run -> Cursor.of(run.startedAt, run.id));
        return new Page<>(views.rows(page.items(), clock.instant()), page.next());
    }

    /** What the reader may do now: steps of his role and approvals that wait for him, by due time. */
    @Transactional
    public List<MyStep> mine(Actor actor) {
        Instant now = clock.instant();
        StringBuilder where = new StringBuilder("state = 'OPEN'");
        List<Object> parameters = new ArrayList<>();
        scope(actor, where, parameters);
        parameters.add(MOST);
        List<Run> runs = load(ids(where + " order by started_at desc, id desc limit ?", parameters));
        Map<UUID, Run> byId = runs.stream().collect(Collectors.toMap(run -> run.id, Function.identity()));
        List<MyStep> mine = new ArrayList<>();
        if (!byId.isEmpty()) {
            for (RunStep step : records.openSteps(List.copyOf(byId.keySet()))) {
                Run run = Objects.requireNonNull(byId.get(step.run));
                if (isMine(run, step, actor, now)) {
                    Manual manual = manuals.get(run.manual());
                    boolean held = actor.id().equals(run.holder);
                    mine.add(new MyStep(
                            run.id,
                            manual.header().title(),
                            run.subjectId,
                            run.title,
                            run.exercise,
                            held,
                            run.holderName,
                            RunViews.open(manual, step, now)));
                }
            }
        }
        return mine.stream().sorted(BY_DUE).toList();
    }

    private boolean isMine(Run run, RunStep step, Actor actor, Instant now) {
        Manual manual = manuals.get(run.manual());
        Step plan = manual.place(step.step).step();
        if (plan.kind() == StepKind.WAIT || plan.kind() == StepKind.PARALLEL) {
            return false;
        }
        if (plan.kind() == StepKind.APPROVAL) {
            return votes.mayVote(
                    access.read(run.id, actor, now), step, plan, records.entries(run.id), records.delegations(run.id));
        }
        return Flow.mayAct(manual, plan, actor);
    }

    private static void scope(Actor actor, StringBuilder where, List<Object> parameters) {
        if (!actor.scope().all()) {
            where.append(" and scope && ?::text[]");
            parameters.add(actor.scope().keyArray());
        }
        if (!SubjectView.seesAll(actor)) {
            where.append(" and (not need_to_know or scope && ?::text[])");
            parameters.add(actor.scope().keyArray());
        }
    }

    private static void narrow(StringBuilder where, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private List<UUID> ids(String where, List<Object> parameters) {
        return sql.list(
                "select id from procedure_run where " + where,
                row -> Objects.requireNonNull(row.getObject("id", UUID.class)),
                parameters.toArray());
    }

    private List<Run> load(List<UUID> ids) {
        Map<UUID, Run> runs = ids.isEmpty()
                ? Map.of()
                : records.list("id in ?1", ids).stream().collect(Collectors.toMap(run -> run.id, Function.identity()));
        return ids.stream().map(id -> Objects.requireNonNull(runs.get(id))).toList();
    }
}
