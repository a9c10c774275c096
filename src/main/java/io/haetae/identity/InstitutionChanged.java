package io.haetae.identity;

/** The tree of institutions is another one, or an institution was merged into another. */
public record InstitutionChanged(String code) {}
