package io.haetae.identity;

/**
 * The tree of institutions or an authority in it has changed: scopes derived from it are to be made anew.
 *
 * @param code the institution that changed
 */
public record InstitutionTreeChanged(String code) {}
