/** How likely an answer still is, learned from a person's own history, and the order and next steps that follow from it. */
@NullMarked
package io.countersign.ats.odds;

import org.jspecify.annotations.NullMarked;
