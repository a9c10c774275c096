package io.haetae.notify;

/** Ways to reach somebody. */
public enum Channel {
    /** The person's inbox in this service. */
    IN_APP,
    /** SMTP mail. */
    MAIL,
    /** Signed HTTP call to a system of an institution. */
    WEBHOOK,
    /** Short message. */
    SMS,
    /** Telephone call that is read out. */
    VOICE,
    /** Signed file in a folder, carried across a network boundary (망연계). */
    RELAY
}
