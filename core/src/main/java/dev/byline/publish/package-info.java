/**
 * What a news site must publish beside its pages: addresses, structured data, feeds, sitemaps and links to share.
 *
 * <p>{@link Addresses} say where everything is. {@link StructuredData} and {@link OpenGraph} fill the head of an article's page,
 * {@link Feeds} and {@link Sitemaps} write documents of any length without holding them, and {@link ShareLinks} pass an article on.
 * Only what is public at the instant given is in any of them, and everything is escaped for where it stands.
 *
 * <pre>{@code
 * Addresses addresses = Addresses.of(publication, AddressPolicy.defaults());
 * String json = StructuredData.with(publication, addresses).article(article);
 * page.head("<script type=\"application/ld+json\">" + json + "</script>");
 * OpenGraph.with(publication, addresses).of(article).forEach(tag -> page.head(tag.html()));
 * Feeds.with(FeedPolicy.defaults(), publication, addresses).write(FeedFormat.RSS, FeedPlace.site(publication, addresses, "/feed"), articles, now, out);
 * }</pre>
 */
@NullMarked
package dev.byline.publish;

import org.jspecify.annotations.NullMarked;
