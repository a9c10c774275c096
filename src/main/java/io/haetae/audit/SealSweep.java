package io.haetae.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Seals within a second what was written, and copies each seal to the log and to the anchor. */
@ApplicationScoped
class SealSweep {

    private static final Logger LOG = Logger.getLogger(SealSweep.class);

    private final SealService seals;
    private final SealAnchor anchor;

    SealSweep(SealService seals, SealAnchor anchor) {
        this.seals = seals;
        this.anchor = anchor;
    }

    /** Seals until nothing is left to seal. */
    @Scheduled(
            every = "1s",
            identity = "audit.seal",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        Optional<Seal> seal = seals.sealNext();
        while (seal.isPresent()) {
            copy(seal.get());
            seal = seals.sealNext();
        }
    }

    private void copy(Seal seal) {
        LOG.infof(
                "journal seal n=%d entries=%d upto=%d/%d hash=%s key=%s signature=%s",
                seal.n(),
                seal.entries(),
                seal.uptoTx(),
                seal.uptoId(),
                HexFormat.of().formatHex(seal.hash()),
                seal.keyId(),
                Base64.getEncoder().encodeToString(seal.signature()));
        anchor.remember(seal);
    }
}
