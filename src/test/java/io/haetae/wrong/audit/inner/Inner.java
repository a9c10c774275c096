package io.haetae.wrong.audit.inner;

import io.haetae.wrong.audit.Above;

/** Wrong on purpose: uses the package it is below. */
public class Inner {

    Class<?> above = Above.class;
}
