/** Keeps applications up to date: the service behind the views and commands, and the enrichment of each mail. */
@NullMarked
package io.countersign.ats.tracking;

import org.jspecify.annotations.NullMarked;
