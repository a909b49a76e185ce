/** Recall: what a person wanted and no policy proposed, from a random sample and from what was done by hand. */
@NullMarked
package io.countersign.insight.recall;

import org.jspecify.annotations.NullMarked;
