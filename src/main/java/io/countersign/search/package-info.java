/** Finding mail: the query language and the message document that an index holds. */
@NullMarked
package io.countersign.search;

import org.jspecify.annotations.NullMarked;
