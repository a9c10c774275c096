package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What runs are about, kind by kind. The room that owns the things implements it; this room finds every implementation
 * and asks them in the transaction of its own verb.
 */
public interface RunSubject {

    /** The kind, such as {@code INCIDENT}. */
    String kind();

    /** Names of facts that a manual may wait for or branch on. */
    Set<String> readable();

    /** Names of facts that a step's fields may write. */
    Set<String> writable();

    /** Name under which the facts of a step say which parts of the subject they are about. */
    String PARTS = "systems";

    /** Names among the writable facts that each part of the subject has of its own: a step must ask which. */
    default Set<String> writableOfParts() {
        return Set.of();
    }

    /** The parts that such facts can be about now, those first that matter most. */
    default List<SubjectPart> parts(String id) {
        return List.of();
    }

    /** The thing, whoever asks; this room applies scope and need to know by what the view says. */
    Optional<SubjectView> find(String id);

    /** Its page. */
    default String href(String id) {
        return find(id).map(SubjectView::href).orElse("");
    }

    /** Its readable facts now; one that is not known is left out. */
    Map<String, Object> facts(String id);

    /**
     * Takes in what a step's fields say, in the acting person's name and transaction. Refuses like the thing's own form
     * would, with pointers {@code /<fact>}. Which parts they are about stands under {@link #PARTS}, as a list of codes.
     */
    void record(String id, Map<String, JsonNode> facts);

    /** A step was carried out: for the thing's own timeline. This room has written the journal already. */
    void told(String id, RunHappening happening);
}
