package io.haetae.guidance;

import io.haetae.guidance.StatusBoard.Event;
import io.haetae.guidance.StatusBoard.Work;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The status as an Atom feed (RFC 4287), one entry per failure; the id of an entry stays, its time moves. */
@ApplicationScoped
class StatusFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final StatusWords words;
    private final GuidanceConfig config;

    StatusFeed(StatusWords words, GuidanceConfig config) {
        this.words = words;
        this.config = config;
    }

    byte[] write(StatusBoard board, Locale language) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language.getLanguage());
            element(xml, "id", config.url() + "/feed.atom");
            element(xml, "title", words.title(language));
            element(xml, "updated", time(board.changedAt()));
            link(xml, "self", config.url() + "/feed.atom?lang=" + language.getLanguage());
            link(xml, "alternate", config.url().toString());
            xml.writeStartElement("author");
            element(xml, "name", words.title(language));
            xml.writeEndElement();
            for (PublicNotice notice : board.notices()) {
                notice(xml, notice, language);
            }
            for (Event event : board.incidents()) {
                entry(xml, event, language);
            }
            for (Work work : board.works()) {
                work(xml, work, language);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the feed cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private void entry(XMLStreamWriter xml, Event event, Locale language) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + event.id());
        element(xml, "title", words.name(event, language));
        element(xml, "published", time(event.createdAt()));
        element(xml, "updated", time(event.changedAt()));
        link(xml, "alternate", config.url() + "#" + event.id());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        String body = words.body(event, language);
        xml.writeCharacters(event.isOpen() ? body : words.mended(language) + "\n" + body);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void notice(XMLStreamWriter xml, PublicNotice notice, Locale language) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + notice.id());
        element(xml, "title", notice.title().in(language));
        element(xml, "published", time(notice.publishedAt()));
        element(xml, "updated", time(notice.publishedAt()));
        link(xml, "alternate", config.url() + "#" + notice.id());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(notice.body().in(language));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void work(XMLStreamWriter xml, Work work, Locale language) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:uuid:" + work.id());
        element(xml, "title", work.title().in(language));
        element(xml, "published", time(work.announcedAt()));
        element(xml, "updated", time(work.changedAt()));
        link(xml, "alternate", config.url() + "#" + work.id());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(words.work(work, language) + "\n" + work.text().in(language));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(Zones.SEOUL));
    }
}
