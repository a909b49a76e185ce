/** The commands that show what was learned. */
@NullMarked
package io.countersign.learning.cli;

import org.jspecify.annotations.NullMarked;
