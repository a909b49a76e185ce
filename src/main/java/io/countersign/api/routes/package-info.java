/** What can be asked over the local API, subject by subject. */
@NullMarked
package io.countersign.api.routes;

import org.jspecify.annotations.NullMarked;
