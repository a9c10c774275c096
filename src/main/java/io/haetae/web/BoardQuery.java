package io.haetae.web;

import io.haetae.kernel.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a board is asked for: everything stands in its address, so that a reload and the live stream show the same again.
 *
 * @param group how to group; null leaves it to the number of incidents
 * @param grade only this failure grade
 * @param words of the title, or a number
 * @param open keys of the groups that are opened; null opens the worst one
 * @param in key of the only group to show, in full
 * @param from from which of its incidents on
 */
record BoardQuery(
        @Nullable Grouping group,
        @Nullable Integer grade,
        @Nullable String words,
        @Nullable List<String> open,
        @Nullable String in,
        int from) {

    static BoardQuery of(Map<String, List<String>> parameters) {
        Form form = Form.of(parameters);
        BoardQuery asked = new BoardQuery(
                form.one("group", Grouping.class),
                form.integer("grade"),
                form.text("q"),
                form.names().contains("open") ? form.values("open") : null,
                form.text("in"),
                Math.max(0, Objects.requireNonNullElse(form.integer("from"), 0)));
        form.check();
        return asked;
    }

    /** The same incidents, grouped otherwise. */
    public String grouped(Grouping by) {
        return new BoardQuery(by, grade, words, null, null, 0).address("/");
    }

    /** The same grouping of one failure grade only; of all when {@code n} is 0 or chosen already. */
    public String graded(int n) {
        Integer chosen = n == 0 || Objects.equals(grade, n) ? null : Integer.valueOf(n);
        return new BoardQuery(group, chosen, words, null, null, 0).address("/");
    }

    /** A group opened, or shut when it is open. */
    String toggled(Grouping by, String key, List<String> openNow) {
        List<String> next = new ArrayList<>(openNow);
        if (!next.remove(key)) {
            next.add(key);
        }
        return new BoardQuery(by, grade, words, next, null, 0).address("/");
    }

    /** One group in full, from one of its incidents on. */
    String only(Grouping by, String key, int first) {
        return new BoardQuery(by, grade, words, null, key, first).address("/");
    }

    /** All groups again. */
    public String whole() {
        return new BoardQuery(group, grade, words, null, null, 0).address("/");
    }

    /** The wall screen of the same grouping. */
    public String wall() {
        return new BoardQuery(group, null, null, null, null, 0).address("/wall");
    }

    private String address(String path) {
        List<String> parts = new ArrayList<>();
        put(parts, "group", group);
        put(parts, "grade", grade);
        put(parts, "q", words);
        put(parts, "in", in);
        put(parts, "from", from == 0 ? null : from);
        if (open != null) {
            (open.isEmpty() ? List.of("") : open).forEach(key -> put(parts, "open", key));
        }
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static void put(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8));
        }
    }
}
