package io.haetae.grading;

import io.haetae.grading.PreviewRuns.Waiting;
import io.haetae.identity.Login;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.rule.SystemGradeRules;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Goes over the register for those who asked for it, one at a time in each replica. */
@ApplicationScoped
class PreviewSweep {

    private static final Logger LOG = Logger.getLogger(PreviewSweep.class);
    private static final int AT_ONCE = 20;

    /** Longer than a transaction lives: whoever took it up that long ago is gone. */
    private static final Duration LOST = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofHours(1);

    private final PreviewRuns runs;
    private final PreviewService previews;
    private final SystemGradeRules rules;
    private final Login login;
    private final CurrentActor actor;
    private final Clock clock;

    PreviewSweep(
            PreviewRuns runs,
            PreviewService previews,
            SystemGradeRules rules,
            Login login,
            CurrentActor actor,
            Clock clock) {
        this.runs = runs;
        this.previews = previews;
        this.rules = rules;
        this.login = login;
        this.actor = actor;
        this.clock = clock;
    }

    @Scheduled(
            identity = "grading.previews",
            every = "1s",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void run() {
        runs.forget(clock.instant().minus(KEPT));
        for (int i = 0; i < AT_ONCE; i++) {
            Instant now = clock.instant(); // the one before may have taken long
            Optional<Waiting> next = runs.takeUp(now, now.minus(LOST));
            if (next.isEmpty()) {
                return;
            }
            carryOut(next.get());
        }
    }

    /** As the person who asked for it, with what that person may see by now. */
    private void carryOut(Waiting next) {
        Actor before = actor.get();
        try {
            Optional<Actor> asker = login.proven(next.username());
            if (asker.isEmpty()) {
                runs.failed(next, clock.instant());
                return;
            }
            actor.set(asker.get());
            PreviewRun run = runs.find(next.id(), next.username()).orElseThrow();
            PreviewAsk ask = run.ask();
            String content = run.content();
            PreviewView view = previews.preview(
                    content == null ? rules.bulk(run.ref()) : rules.draft(content),
                    ask.filter(),
                    asker.get().scope(),
                    ask.limit(),
                    ask.cursor(),
                    new Told(next));
            runs.done(next, view, clock.instant());
        } catch (Refusal refused) {
            LOG.infof("preview %s was refused: %s", next.id(), refused.error().code());
            runs.failed(next, clock.instant());
        } catch (RuntimeException e) {
            LOG.errorf(e, "preview %s could not be carried out", next.id());
            runs.failed(next, clock.instant());
        } finally {
            actor.set(before);
        }
    }

    /** Passes on how far it is, a step of the bar at a time. */
    private final class Told implements PreviewSteps {

        private static final int STEPS = 20;

        private final Waiting taken;

        Told(Waiting taken) {
            this.taken = taken;
        }

        @Override
        public void read(int systems, int read) {
            if (steps(systems, read)) {
                runs.tell(taken, systems, read, 0);
            }
        }

        @Override
        public void graded(int systems, int graded) {
            if (steps(systems, graded)) {
                runs.tell(taken, systems, systems, graded);
            }
        }

        private static boolean steps(int systems, int done) {
            int step = Math.max(1, systems / STEPS);
            return done % step == 0 || done == systems;
        }
    }
}
