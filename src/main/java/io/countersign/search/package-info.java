/** Finding mail: the query language and its evaluation. */
@NullMarked
package io.countersign.search;

import org.jspecify.annotations.NullMarked;
