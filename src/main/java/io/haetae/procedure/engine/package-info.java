/**
 * Manuals as they are written: read from YAML, held to their schema, and checked to be a way that people can walk to its
 * end. Pure: knows no run, no database and no subject. What is wrong is said with file, line and reason.
 */
@NullMarked
package io.haetae.procedure.engine;

import org.jspecify.annotations.NullMarked;
