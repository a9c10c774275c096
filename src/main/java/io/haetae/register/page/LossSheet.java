package io.haetae.register.page;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.DependencySheet;
import io.haetae.register.Loss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a loss shows.
 *
 * @param name of what is lost
 * @param back where it belongs
 * @param loss what is lost with it
 * @param graph the picture, null for places, which hold too many
 * @param on what the system depends on itself; empty for places
 * @param hops how many steps the picture shows
 * @param whole the address of the whole table, empty when it is whole
 */
record LossSheet(
        LocalizedText name,
        String back,
        Loss loss,
        @Nullable Graph graph,
        List<DependencySheet.On> on,
        int hops,
        String whole) {

    /** More steps than this no picture holds. */
    static final int FARTHEST = 3;

    private static final int SHOWN = 100;

    LossSheet {
        on = List.copyOf(on);
    }

    /** The systems in the order in which they are brought back. */
    public List<Loss.Restored> order() {
        return whole.isEmpty()
                ? loss.order()
                : loss.order().stream().limit(SHOWN).toList();
    }

    /** How many the table leaves out. */
    public int hidden() {
        return loss.order().size() - order().size();
    }

    /** Whether the picture can show one step more. */
    public boolean mayExpand() {
        return hops < FARTHEST && loss.order().stream().anyMatch(each -> each.distance() > hops);
    }
}
