package io.haetae.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** Makes incidents one, or two of one, for rooms that propose it; the person who confirms is the one who does it. */
@ApplicationScoped
public class Joining {

    private final MergeService merging;
    private final SplitService splitting;

    Joining(MergeService merging, SplitService splitting) {
        this.merging = merging;
        this.splitting = splitting;
    }

    /** Another incident takes this one in; its number goes on as another name. Refuses like the page of the incident. */
    @Transactional(TxType.MANDATORY)
    public void merge(String number, String into, String reason) {
        merging.merge(number, new MergeCommands.Merger(into, reason));
    }

    /** A system gets an incident of its own; says its number. Refuses like the page of the incident. */
    @Transactional(TxType.MANDATORY)
    public String split(String number, String system, String title, String reason) {
        return splitting
                .split(number, new MergeCommands.Split(List.of(system), title, reason))
                .number();
    }
}
