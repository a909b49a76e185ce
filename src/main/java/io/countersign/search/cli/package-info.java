/** The commands that list and find mail. */
@NullMarked
package io.countersign.search.cli;

import org.jspecify.annotations.NullMarked;
