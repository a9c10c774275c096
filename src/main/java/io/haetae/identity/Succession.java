package io.haetae.identity;

/**
 * What a room keeps under the code of an institution that was merged follows to its successor. Each room that has such
 * things has one of these.
 */
public interface Succession {

    /** Lets follow what has not yet, in a transaction of its own, and says how many. Again, it finds none. */
    int follow();
}
