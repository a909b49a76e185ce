/** The commands that show how good policies are. */
@NullMarked
package io.countersign.insight.cli;

import org.jspecify.annotations.NullMarked;
