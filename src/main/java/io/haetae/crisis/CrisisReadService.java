package io.haetae.crisis;

import io.haetae.incident.IncidentImpacts;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads crises, for those in whose scope they are. */
@ApplicationScoped
public class CrisisReadService {

    /** Each point is a count of its own; more of them make the page slow and the curve no clearer. */
    private static final int POINTS = 60;

    private final Crises crises;
    private final CrisisIncidents incidents;
    private final CrisisViews views;
    private final Recommendations recommendations;
    private final StageRecords stages;
    private final IncidentImpacts impacts;
    private final Sql sql;

    CrisisReadService(
            Crises crises,
            CrisisIncidents incidents,
            CrisisViews views,
            Recommendations recommendations,
            StageRecords stages,
            IncidentImpacts impacts,
            Sql sql) {
        this.crises = crises;
        this.incidents = incidents;
        this.views = views;
        this.recommendations = recommendations;
        this.stages = stages;
        this.impacts = impacts;
        this.sql = sql;
    }

    /** The crisis as it stands now, or a refusal (404). */
    @Transactional
    public CrisisView get(String number, Actor actor, Instant now) {
        Crisis crisis = crises.read(number, actor);
        List<Recommendation> said = crisis.isClosed() ? List.of() : recommendations.now(crisis.id, now);
        return views.view(crisis, said, actor);
    }

    /** One page of crises, the newest first. */
    @Transactional
    public Page<CrisisRow> list(Actor reader, @Nullable Boolean open, int limit, @Nullable String cursor, Instant now) {
        List<Listed> rows = sql.list(
                """
                select c.id, c.seq, c.number, c.title, c.exercise, c.opened_at, c.closed_at,
                       (select count(*) from crisis_incident i where i.crisis = c.id and i.removed_at is null) as incidents
                  from crisis c
                 where (? and (? or not c.need_to_know) or c.scope && ?) and (?::boolean is null or (c.closed_at is null) = ?) and c.seq < ?
                 order by c.seq desc limit ?
                """,
                row -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getLong("seq"),
                        new CrisisRow(
                                row.getString("number"),
                                row.getString("title"),
                                row.getBoolean("exercise"),
                                Sql.requiredInstant(row, "opened_at"),
                                Sql.instant(row, "closed_at"),
                                row.getInt("incidents"),
                                Map.of())),
                reader.scope().all(),
                Crises.seesAll(reader),
                reader.scope().keyArray(),
                open,
                open,
                cursor == null ? Long.MAX_VALUE : seq(cursor),
                limit + 1);
        Page<Listed> page = Page.of(rows, limit, row -> Cursor.of(row.seq()));
        Map<UUID, List<StageView>> records =
                stages.of(page.items().stream().map(Listed::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(row -> standing(row, records.getOrDefault(row.id(), List.of()), now))
                        .toList(),
                page.next());
    }

    /** The numbers of the open crises to which incidents belong, by number of the incident. */
    @Transactional
    public Map<String, List<String>> membership(Actor reader) {
        record Member(String incident, String crisis) {}
        return sql
                .list(
                        """
                        select i.incident, c.number
                          from crisis_incident i join crisis c on c.id = i.crisis
                         where i.removed_at is null and c.closed_at is null
                           and (? and (? or not c.need_to_know) or c.scope && ?)
                         order by c.seq
                        """,
                        row -> new Member(row.getString("incident"), row.getString("number")),
                        reader.scope().all(),
                        Crises.seesAll(reader),
                        reader.scope().keyArray())
                .stream()
                .collect(Collectors.groupingBy(
                        Member::incident, Collectors.mapping(Member::crisis, Collectors.toList())));
    }

    private record Listed(UUID id, long seq, CrisisRow row) {}

    private static CrisisRow standing(Listed listed, List<StageView> records, Instant now) {
        Map<String, Stage> standing = new TreeMap<>(StageRecords.standing(records, now));
        standing.values().removeIf(stage -> stage == Stage.NONE);
        CrisisRow row = listed.row();
        return new CrisisRow(
                row.number(), row.title(), row.exercise(), row.openedAt(), row.closedAt(), row.incidents(), standing);
    }

    private static long seq(String cursor) {
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    /** Decisions about stages up to a time, the latest first; every one without a time. */
    @Transactional
    public List<StageView> stages(String number, @Nullable Instant asOf, Actor actor) {
        return stages.of(crises.read(number, actor).id).stream()
                .filter(record -> asOf == null || !record.at().isAfter(asOf))
                .toList();
    }

    /** The stage of each lead agency as of a time. */
    @Transactional
    public Map<String, Stage> standing(String number, Instant asOf, Actor actor) {
        return StageRecords.standing(stages.of(crises.read(number, actor).id), asOf);
    }

    /** What was recommended, whenever it was something new, the latest first. */
    @Transactional
    public List<Recommendation> recommended(String number, Actor actor) {
        return recommendations.kept(crises.read(number, actor).id).stream()
                .map(Recommendations.Kept::recommendation)
                .toList();
    }

    /** How many systems were restored as of a time, of how many then. */
    @Transactional
    public Board board(String number, Instant asOf, Actor actor) {
        Crisis crisis = crises.read(number, actor);
        return board(crisis, asOf);
    }

    Board board(Crisis crisis, Instant asOf) {
        return Board.of(impacts.counts(incidents.numbers(crisis.id, asOf), asOf), asOf);
    }

    /** The board at every turn up to a time, thinned out when there are very many. */
    @Transactional
    public List<Board> curve(String number, Instant until, Actor actor) {
        Crisis crisis = crises.read(number, actor);
        List<Instant> turns = new ArrayList<>(impacts.turns(incidents.numbers(crisis.id, until)));
        turns.removeIf(turn -> turn.isAfter(until));
        turns.add(until);
        int step = Math.max(1, (turns.size() + POINTS - 1) / POINTS);
        List<Board> curve = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (i % step == 0 || i == turns.size() - 1) {
                curve.add(board(crisis, turns.get(i)));
            }
        }
        return curve;
    }
}
