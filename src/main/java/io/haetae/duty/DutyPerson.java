package io.haetae.duty;

import java.util.UUID;

/**
 * Somebody on a roster.
 *
 * @param id of the account
 * @param username log-in name
 * @param name as people read it
 */
public record DutyPerson(UUID id, String username, String name) {}
