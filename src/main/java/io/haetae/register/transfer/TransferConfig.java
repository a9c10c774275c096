package io.haetae.register.transfer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When names count as much alike, and how long reports of imports are kept. All values are product defaults. */
@ConfigMapping(prefix = "haetae.transfer")
interface TransferConfig {

    /** From which similarity of names, of 1, a system of the same owner may be the same; the owner's name is left out. */
    @WithDefault("0.6")
    double likeWithinOwner();

    /** The same for a system of another owner, whole names compared. */
    @WithDefault("0.85")
    double likeAcrossOwners();

    /** How many systems are named for one row. */
    @WithDefault("3")
    int likeMost();

    /** How long the report of an import, and a file that was never applied, is kept. */
    @WithDefault("P90D")
    Duration importsKept();

    /** How soon a replica takes up an import that waits. */
    @WithDefault("1s")
    String sweepEvery();
}
