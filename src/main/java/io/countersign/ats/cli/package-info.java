/** The commands that show applications. */
@NullMarked
package io.countersign.ats.cli;

import org.jspecify.annotations.NullMarked;
