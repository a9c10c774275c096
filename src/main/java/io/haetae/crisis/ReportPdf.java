package io.haetae.crisis;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A situation report as PDF (A4), with the Korean fonts inside. Loads nothing from anywhere. */
@ApplicationScoped
class ReportPdf {

    private static final String FAMILY = "Pretendard GOV";

    private final InstitutionService institutions;
    private final byte[] regular = WoffFont.unpack(WoffFont.bytes("fonts/PretendardGOV-Regular.subset.woff"));
    private final byte[] bold = WoffFont.unpack(WoffFont.bytes("fonts/PretendardGOV-Bold.subset.woff"));

    private final String style = new String(WoffFont.bytes("pdf/report.css"), StandardCharsets.UTF_8);

    ReportPdf(InstitutionService institutions) {
        this.institutions = institutions;
    }

    byte[] of(ReportView report) {
        Map<String, LocalizedText> names = new HashMap<>();
        institutions.list().forEach(institution -> names.put(institution.code(), institution.name()));
        String html = CrisisTemplates.sheet(report, new Names(names))
                .render()
                .replace("</head>", "<style>" + style + "</style></head>");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> new ByteArrayInputStream(regular), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useUriResolver((base, uri) -> null);
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be made a PDF", e);
        }
        return pdf.toByteArray();
    }

    /** Names of institutions by code. */
    record Names(Map<String, LocalizedText> byCode) {

        public LocalizedText of(String code) {
            return byCode.getOrDefault(code, new LocalizedText(code, code));
        }
    }
}
