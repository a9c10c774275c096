package io.haetae.duty.handover;

import io.haetae.kernel.Form;
import io.haetae.kernel.Unfinished.Matter;
import io.haetae.kernel.Unfinished.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a hand-over needs beside it.
 *
 * @param view the hand-over
 * @param all whether every matter gets a field for its note
 * @param refused noun of the form that was refused, or empty
 * @param posted that form
 */
record HandOverOnPage(HandOverView view, boolean all, String refused, Form posted) {

    /** More fields than this nobody fills in; the others stand below, in one line each. */
    private static final int FIELDS = 40;

    /** One of the three parts; the first matters stand in full. */
    record Part(Sort sort, List<Matter> first, List<Matter> others) {

        public int size() {
            return first.size() + others.size();
        }
    }

    /** Whether the reader may put it now. */
    public boolean may(String noun) {
        return view.allowed().contains(noun);
    }

    /** Open, promised, due. */
    public List<Part> parts() {
        HandOverView.Contents contents = view.contents();
        return contents == null
                ? List.of()
                : List.of(part(contents, Sort.OPEN), part(contents, Sort.PROMISED), part(contents, Sort.DUE));
    }

    private Part part(HandOverView.Contents contents, Sort sort) {
        List<Matter> of = contents.matters().stream()
                .filter(matter -> matter.sort() == sort)
                .toList();
        // What has a note stands in full wherever it ranks.
        List<Matter> first = new ArrayList<>();
        List<Matter> others = new ArrayList<>();
        for (Matter matter : of) {
            boolean full =
                    all || first.size() < FIELDS || !contents.note(matter).isEmpty();
            (full ? first : others).add(matter);
        }
        return new Part(sort, first, others);
    }

    /** Notes on matters that are over meanwhile: they are handed over all the same. */
    public List<String> notesOnWhatIsOver() {
        HandOverView.Contents contents = view.contents();
        if (contents == null) {
            return List.of();
        }
        List<String> keys = contents.matters().stream().map(Matter::key).toList();
        return contents.notes().keySet().stream()
                .filter(key -> !keys.contains(key))
                .sorted()
                .toList();
    }

    /** What stands in the field of a matter: as posted and refused, or as it was written. */
    public String note(Matter matter) {
        HandOverView.Contents contents = view.contents();
        if (refused.equals(HandOverMove.NOTES)) {
            return posted.value(field(matter));
        }
        return contents == null ? "" : contents.note(matter);
    }

    /** Name of the field of a matter. */
    public String field(Matter matter) {
        return "notes." + matter.key();
    }

    /** The form of a noun: as posted and refused, or filled in. */
    public Form form(String noun) {
        if (refused.equals(noun)) {
            return posted;
        }
        HandOverView.Contents contents = view.contents();
        return Form.blank().put("remark", contents == null ? "" : contents.remark());
    }

    /** The act of one rule that was last, null when there is none. */
    public HandOverView.@Nullable Act last(String rule) {
        return view.acts().stream()
                .filter(act -> act.rule().equals(rule))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
