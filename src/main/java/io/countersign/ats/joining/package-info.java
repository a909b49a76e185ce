/** Joins mails, a person's decisions and warehouse rows into applications: anew each time, without state, so a correction outlives any rescan. */
@NullMarked
package io.countersign.ats.joining;

import org.jspecify.annotations.NullMarked;
