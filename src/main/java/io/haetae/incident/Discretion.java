package io.haetae.incident;

/**
 * What a room keeps about an incident may be read by those only who may know of the incident. Each room whose messages or
 * records name one has one of these.
 */
public interface Discretion {

    /**
     * Lets it follow, within the transaction in which it was said who may know of the incident.
     *
     * @param number the number of the incident; what belongs to one that was merged into it follows too
     * @param needToKnow whether only those concerned may know of it, or everybody whose scope reaches it
     */
    void guard(String number, boolean needToKnow);
}
