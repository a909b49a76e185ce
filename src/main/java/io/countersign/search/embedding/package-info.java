/** Search by meaning beside search by words: sentences as directions, in this process and without a network. */
@NullMarked
package io.countersign.search.embedding;

import org.jspecify.annotations.NullMarked;
