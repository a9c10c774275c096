package io.haetae.procedure;

import io.haetae.kernel.LocalizedText;

/** A part of a subject that facts can be about, such as one system of an incident. */
public record SubjectPart(String code, LocalizedText name) {}
