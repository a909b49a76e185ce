/** The embedded search index, on Lucene. */
@NullMarked
package io.countersign.search.lucene;

import org.jspecify.annotations.NullMarked;
