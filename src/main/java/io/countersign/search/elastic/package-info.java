/** The search index on an Elasticsearch server. */
@NullMarked
package io.countersign.search.elastic;

import org.jspecify.annotations.NullMarked;
