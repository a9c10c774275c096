/**
 * Who may do what, over every path of the interface and every page, and what becomes of wrong input. The tables stand in
 * {@code access.csv} and {@code access-bodies.yaml}.
 */
package io.haetae.access;
