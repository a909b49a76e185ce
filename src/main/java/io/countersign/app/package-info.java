/** Starts the program and wires it: the only package that knows every other. */
@NullMarked
package io.countersign.app;

import org.jspecify.annotations.NullMarked;
