package io.haetae.register;

import java.util.List;

/**
 * Where a system comes from and what became of it.
 *
 * @param aliases other codes under which it is known
 * @param successions everything that led to it and away from it, the newest first
 */
public record Lineage(String code, List<String> aliases, List<SuccessionView> successions) {

    public Lineage {
        aliases = List.copyOf(aliases);
        successions = List.copyOf(successions);
    }
}
