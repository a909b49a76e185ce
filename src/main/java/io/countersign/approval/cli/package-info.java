/** The commands that propose, decide and take back. */
@NullMarked
package io.countersign.approval.cli;

import org.jspecify.annotations.NullMarked;
