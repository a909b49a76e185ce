/** The embedded search engine. */
@NullMarked
package io.countersign.search.lucene;

import org.jspecify.annotations.NullMarked;
