/** What every command prints with: JSON Lines, tables, a progress bar. */
@NullMarked
package io.countersign.shared.cli;

import org.jspecify.annotations.NullMarked;
