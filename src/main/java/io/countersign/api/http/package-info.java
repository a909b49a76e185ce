/** The routes behind a server on the loopback address; the only place that knows Jetty. */
@NullMarked
package io.countersign.api.http;

import org.jspecify.annotations.NullMarked;
