package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.packaged.FaultyWebhooks.Mode;
import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever fails, no accepted alert is missing (counted against the sender's list), no escalation is missed, and nothing is
 * delivered more often than it was tried, always under the same idempotency key. Two replicas over one PostgreSQL.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@RunsBeside
class FaultsIT {

    /** How long the database is away; {@code -Dhaetae.faults.away=60} is the whole minute. */
    private static final Duration AWAY = Duration.ofSeconds(Long.getLong("haetae.faults.away", 8));

    private static final int FULL = 2_000;

    private FaultWorld world;

    @BeforeAll
    void two_replicas(@TempDir Path folder) throws Exception {
        world = FaultWorld.start(folder);
    }

    @AfterAll
    void stop() throws Exception {
        world.close();
    }

    @AfterEach
    void all_is_well_again_and_everything_has_arrived() {
        world.good.behave(Mode.WELL);
        world.bad.behave(Mode.WELL);
        world.mail.behave(FaultyMail.Mode.WELL);
        world.awaitAllSent();
        world.everythingSentHasArrived();
    }

    @Test
    void killed_between_claim_send_and_mark() throws Exception {
        PackagedServer left = world.left();
        world.right.freeze();
        String number;
        List<String> sentBefore;
        try {
            world.bad.behave(Mode.DEAF); // claimed, never sent
            Future<?>[] killed = new Future<?>[1];
            ExecutorService other = Executors.newSingleThreadExecutor();
            AtomicBoolean once = new AtomicBoolean();
            world.good.act(
                    () -> { // sent, never marked
                        if (world.bad.heard() && once.compareAndSet(false, true)) {
                            killed[0] = other.submit(left::kill);
                        }
                    });
            number = FaultWorld.declare(left, FaultWorld.system(0), anHourAgo());
            left.awaitExit();
            other.shutdown();
            assertThat(other.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            killed[0].get();
        } finally {
            world.good.behave(Mode.WELL);
            world.bad.behave(Mode.WELL);
            sentBefore = List.copyOf(world.good.taken().keySet());
            world.right.thaw();
            world.startLeftAgain();
        }
        assertThat(sentBefore).as("sent before it was killed").isNotEmpty();

        world.awaitAllTold(List.of(number));
        assertThat(world.good.taken()).as("sent again under the same key").containsAllEntriesOf(twice(sentBefore));
        assertThat(world.bad.taken().values())
                .as("what never arrived is sent once")
                .containsOnly(1);
    }

    private static Map<String, Integer> twice(List<String> keys) {
        Map<String, Integer> counted = new HashMap<>();
        keys.forEach(key -> counted.put(key, 2));
        return counted;
    }

    @Test
    void the_database_away() throws Exception {
        FaultySource source = world.source("while-away");
        FaultWorld.declare(world.right, FaultWorld.system(1), Instant.now());
        Instant detected = Instant.now().minus(world.secondLevelAfter()).plusSeconds(4);
        String due = FaultWorld.declare(world.right, FaultWorld.system(2), detected);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger sent = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            PackagedServer replica = i % 2 == 0 ? world.left() : world.right;
            running.add(senders.submit(() -> sendUntil(over, source, sent, replica)));
        }
        world.await("alerts before", () -> source.accepted().size() > 20);

        world.database.takeAway();
        Instant back = Instant.now().plus(AWAY);
        world.await("away long enough", () -> Instant.now().isAfter(back));
        assertThat(source.answers().keySet()).as("%s", source.answers()).contains(503);
        world.database.giveBack();
        world.await("answers", world.database::answers);
        int before = source.accepted().size();
        world.await("alerts after", () -> source.accepted().size() > before + 20);
        over.set(true);
        for (Future<?> each : running) {
            each.get();
        }
        senders.shutdown();

        assertThat(world.database.rows(alerts(source))).containsExactlyInAnyOrderElementsOf(source.accepted());
        awaitEveryAlertInACalledIncident(source);
        world.await("the level that fell due meanwhile", () -> world.database.count("""
                select count(*) from duty_step s join duty_chain c on c.id = s.chain
                where c.subject_id = '%s' and s.level = 2 and s.state = 'WAITING'""".formatted(due)) == 0);
    }

    private Void sendUntil(AtomicBoolean over, FaultySource source, AtomicInteger number, PackagedServer replica) {
        while (!over.get()) {
            int mine = number.getAndIncrement();
            String system = FaultWorld.system(3 + mine % 3);
            boolean accepted = false;
            while (!accepted) {
                accepted =
                        source.send(replica, "away-" + mine, system, anHourAgo().toString(), FaultySource.OPEN);
            }
        }
        return null;
    }

    @Test
    void slow_and_failing_channels_and_a_full_outbox() {
        world.bad.behave(Mode.SLOW);
        world.mail.behave(FaultyMail.Mode.SILENT);
        world.database.update("""
                insert into notify_delivery (id, idempotency_key, subject_kind, subject_id, scope, recipient, channel, address,
                    level, title_ko, title_en, body_ko, body_en, exercise, state, at, next_attempt_at)
                select gen_random_uuid(), 'full-' || n, 'TEST', 'FULL', '{}', 'a machine', 'WEBHOOK',
                    (select id::text from notify_endpoint where address = '%s'), 1, 'ko ' || n, 'en', 'ko', 'en', false, 'PENDING',
                    now() - interval '1 hour', now() - interval '1 hour' from generate_series(1, %d) n""".formatted(world.bad.address(), FULL));
        int before = world.good.taken().size();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(FaultWorld.declare(world.left(), FaultWorld.system(10 + i), anHourAgo()));
            numbers.add(FaultWorld.declare(world.right, FaultWorld.system(15 + i), anHourAgo()));
        }
        // neither thousands of messages to a machine that is slow nor a silent mail server hold it up
        world.await(
                "the machine that is well is told",
                () -> told(numbers) && world.good.taken().size() >= before + 20);
        world.bad.behave(Mode.REFUSES);
        world.mail.behave(FaultyMail.Mode.REFUSES);
        assertThat(world.bad.heard()).isTrue();
        world.bad.behave(Mode.CUTS_ONCE);
        world.mail.behave(FaultyMail.Mode.CUTS_AFTER_DATA);
        assertThat(world.bad.heard()).isTrue();
        world.await("mail that was cut off", () -> !world.mail.taken().isEmpty());
        world.bad.behave(Mode.WELL);
        world.mail.behave(FaultyMail.Mode.WELL);
        world.awaitAllTold(numbers);
        assertThat(world.bad.taken().keySet())
                .as("a full outbox empties")
                .containsAll(world.database.rows(
                        "select id::text from notify_delivery where idempotency_key like 'full-%'"));
    }

    private boolean told(List<String> numbers) {
        return world.database.count("""
                        select count(*) from notify_delivery where channel = 'WEBHOOK' and state = 'SENT' and subject_id in ('%s')
                          and address = (select id::text from notify_endpoint where address = '%s')""".formatted(String.join("','", numbers), world.good.address()))
                >= 2L * numbers.size();
    }

    @Test
    void duplicate_posts_and_posts_out_of_order() throws Exception {
        PackagedServer left = world.left();
        FaultySource source = world.source("twice");
        Instant start = anHourAgo();
        Instant end = start.plus(10, ChronoUnit.MINUTES);
        List<Callable<Boolean>> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String fingerprint = "twice-" + i;
            String system = FaultWorld.system(25 + i / 2 % 4);
            boolean ends = i % 2 == 0;
            for (int copy = 0; copy < 3; copy++) {
                var replica = copy % 2 == 0 ? left : world.right;
                posts.add(() -> source.send(replica, fingerprint, system, start.toString(), FaultySource.OPEN));
                if (ends) {
                    posts.add(() -> source.send(replica, fingerprint, system, start.toString(), end.toString()));
                }
            }
        }
        Collections.shuffle(posts, new Random(17));
        ExecutorService senders = Executors.newFixedThreadPool(8);
        for (Future<Boolean> each : senders.invokeAll(posts)) {
            assertThat(each.get()).isTrue();
        }
        senders.shutdown();

        assertThat(Set.copyOf(world.database.rows(alerts(source))))
                .as("none missing")
                .isEqualTo(source.accepted());
        assertThat(world.database.count("select sum(a.received) from intake_any_alert a join intake_source s"
                        + " on s.id = a.source where s.name = 'twice'"))
                .as("each post of an alert that is there counts, three of each")
                .isEqualTo(120);
        assertThat(world.database.rows(alerts(source) + " and a.closed_at is null"))
                .as("what still fires: the later truth stands")
                .hasSize(20)
                .allMatch(each -> Integer.parseInt(each.substring("twice-".length())) % 2 == 1);
        awaitEveryAlertInACalledIncident(source);
        assertThat(world.database.count(
                        "select count(distinct a.incident) from intake_alert a join intake_source s on s.id = a.source"
                                + " where s.name = 'twice' and a.incident is not null"))
                .as("one incident for each system")
                .isEqualTo(4);
    }

    @Test
    void the_clock_jumps_forwards_and_back() {
        String before = FaultWorld.declare(world.left(), FaultWorld.system(30), Instant.now());
        world.bad.behave(Mode.REFUSES);
        world.clock.ahead(Duration.ofHours(2));
        world.await("called on every level, two hours early", () -> waiting(before) == 0);
        String ahead = FaultWorld.declare(
                world.right, FaultWorld.system(31), Instant.now().plus(2, ChronoUnit.HOURS));
        world.await("called on the first level", () -> called(ahead) > 0);
        assertThat(waiting(ahead)).as("levels to come").isPositive();

        world.clock.ahead(Duration.ZERO);
        world.bad.behave(Mode.WELL);
        String after = FaultWorld.declare(world.left(), FaultWorld.system(32), Instant.now());
        world.await("called although the clock was set back", () -> called(after) > 0);
        world.awaitAllSent();
        world.clock.ahead(Duration.ofMinutes(45));
        world.await("levels that would have waited two hours more", () -> waiting(ahead) == 0);
        world.awaitAllTold(List.of(before, ahead, after));
        world.clock.ahead(Duration.ZERO);
        assertThat(world.database.count("select count(*) from audit_entry where action = 'duty.clock-set-back'"
                        + " and subject_id = '" + ahead + "'"))
                .isEqualTo(1);
    }

    private long waiting(String number) {
        return steps(number, "s.state = 'WAITING'");
    }

    private long called(String number) {
        return steps(number, "s.state = 'TOLD'");
    }

    private long steps(String number, String which) {
        return world.database.count("""
                select count(*) from duty_step s join duty_chain c on c.id = s.chain
                where c.subject_id = '%s' and %s""".formatted(number, which));
    }

    /** No alert of the list without an incident, and no incident of one that nobody is called about. */
    private void awaitEveryAlertInACalledIncident(FaultySource source) {
        world.await("every alert in an incident", () -> world.database.count(count(source, "a.incident is null")) == 0);
        List<String> numbers = world.database.rows(
                "select distinct a.incident from intake_alert a join intake_source s on s.id = a.source where s.name = '"
                        + source.name() + "'");
        world.awaitAllTold(numbers);
    }

    private static String count(FaultySource source, String which) {
        return "select count(*) from intake_alert a join intake_source s on s.id = a.source where s.name = '"
                + source.name() + "' and " + which;
    }

    private static String alerts(FaultySource source) {
        return """
                select a.fingerprint from intake_any_alert a join intake_source s on s.id = a.source
                where a.received > 0 and s.name = '%s'""".formatted(source.name());
    }

    private static Instant anHourAgo() {
        return Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    }
}
