/** The command that lists and runs jobs. */
@NullMarked
package io.countersign.job.cli;

import org.jspecify.annotations.NullMarked;
