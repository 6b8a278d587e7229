/** What readers did, as it is written down: in JSON lines and in the logs of web servers. */
@NullMarked
package dev.byline.examples.cli.events;

import org.jspecify.annotations.NullMarked;
