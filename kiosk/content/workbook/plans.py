"""The plans of the sheets: what an officer is asked for, in their words."""

from __future__ import annotations

from datetime import date

from kiosk.content.workbook.columns import Column, Kind, SheetPlan

HELP = "Help"
LISTS = "Lists"
EXAMPLE = "Example"
"""What the first cell of a row begins with that is an example, and not read."""

_WHO, _SAID, _REACHED = "Who they are", "What families read", "How to reach them"
_READ, _RARELY = "Where you read it", "Rarely needed"
_ID = "Leave this empty: an id is made for you. Where there is one already, leave it as it is."

ORGANIZATIONS = SheetPlan(
    name="Organizations",
    thing="organization",
    about="Who runs the services: the council, charities, companies. One row for each.",
    plain_columns=(
        Column("name", "Name", Kind.NAME, 46, "What the organization calls itself.", needed=True),
        Column("website", "Website", Kind.CODE, 46, "Its own website, from https:// on. It may be left empty."),
        Column("id", "Id", Kind.CODE, 30, _ID),
    ),
    examples=(
        {"Name": "Example: Anytown Borough Council", "Website": "https://www.example.org"},
        {"Name": "Example: Anytown Families"},
    ),
)

SERVICES = SheetPlan(
    name="Services",
    thing="service",
    about="Who helps families, and how to reach them. One row for each service.",
    plain_columns=(
        Column("name", "Name", Kind.NAME, 34, "What the service is called. Families see it as its title.", _WHO, True),
        Column(
            "organization",
            "Organization",
            Kind.ORGANIZATION,
            30,
            "Who runs it: a name from the sheet Organizations. Fill in that sheet first, then choose here.",
            _WHO,
            True,
        ),
        Column(
            "roles",
            "Role",
            Kind.CHOICE,
            30,
            "What families can come here for: choose from the list. It decides where the kiosk shows the service.",
            _WHO,
            True,
        ),
        Column(
            "description",
            "Description",
            Kind.WORDS,
            52,
            "What they do, in one to three short sentences. Plain words; 20 words in a sentence at the most.",
            _SAID,
            True,
        ),
        Column(
            "application_process",
            "How to get help",
            Kind.WORDS,
            40,
            "What to do first. Such as: Phone or email. Ask about opening times before you visit.",
            _SAID,
        ),
        Column("fees_description", "Cost", Kind.WORDS, 14, "What it costs. Such as: Free", _SAID),
        Column(
            "alert",
            "Warning",
            Kind.WORDS,
            36,
            "What to be careful about. Such as: We could not confirm a phone number.",
            _SAID,
        ),
        Column("url", "Web page", Kind.CODE, 34, "The service’s own page, from https:// on.", _REACHED),
        Column(
            "email",
            "Email",
            Kind.CODE,
            30,
            "The service’s shared mailbox. Never the mailbox of one person.",
            _REACHED,
        ),
        Column(
            "address, address_1",
            "Address",
            Kind.NAME,
            34,
            "Building and street, on one line. Phone numbers have a sheet of their own.",
            _REACHED,
        ),
        Column("address, city", "Town", Kind.NAME, 18, "The town or city of the address.", _REACHED),
        Column("address, postal_code", "Postcode", Kind.CODE, 12, "With its space, such as: ST3 6HZ", _REACHED),
        Column(
            "source_url",
            "Page you read it on",
            Kind.CODE,
            34,
            "The address of the web page that these details come from.",
            _READ,
            True,
            "Sources",
        ),
        Column(
            "apparent_date",
            "Age of that page",
            Kind.NAME,
            16,
            "When the page says it was written, such as: March 2026. If it does not say: undated",
            _READ,
        ),
        Column("confidence", "How sure", Kind.CHOICE, 12, "How sure you are that these details are right.", _READ),
        Column("reviewed_on", "Looked at on", Kind.DAY, 14, "The day somebody last made sure that it is right.", _READ),
        Column(
            "review_by",
            "Look again by",
            Kind.DAY,
            14,
            "The day by which somebody has to look again: within a year of the day before.",
            _READ,
        ),
        Column(
            "reviewer",
            "Looked at by",
            Kind.NAME,
            24,
            "Who looked: a job, rather than a person’s name. Such as: Local Offer officer",
            _READ,
        ),
        Column(
            "sources",
            "Sources",
            Kind.CODES,
            16,
            "Ids from the kiosk’s register of sources, parted by commas. They will do instead of a page.",
            _RARELY,
        ),
        Column(
            "effective_from", "Starts on", Kind.DAY, 14, "The first day on which this is right. Mostly empty.", _RARELY
        ),
        Column("effective_to", "Ends on", Kind.DAY, 14, "The last day on which this is right. Mostly empty.", _RARELY),
        Column("id", "Id", Kind.CODE, 30, _ID, _RARELY),
    ),
    examples=(
        {
            "Name": "Example: Anytown SENDIASS",
            "Organization": "Example: Anytown Families",
            "Role": "SENDIASS",
            "Description": "Free, private advice about special needs and disability. They do not take sides.",
            "How to get help": "Phone or email. Ask about opening times before you visit.",
            "Cost": "Free",
            "Email": "advice@example.org",
            "Address": "The Old School, 1 High Street",
            "Town": "Anytown",
            "Postcode": "AB1 2CD",
            "Page you read it on": "https://www.example.org/contact",
            "Age of that page": "undated",
            "How sure": "High",
            "Looked at on": date(2026, 11, 2),
            "Look again by": date(2027, 5, 2),
            "Looked at by": "Local Offer officer",
        },
        {
            "Name": "Example: Anytown complaints team",
            "Organization": "Example: Anytown Borough Council",
            "Role": "Council complaints",
            "Role 2": "Complaints about social care",
            "Description": "How to complain to the council about special needs or social care.",
            "How to get help": "Use the form on the web page.",
            "Cost": "Free",
            "Warning": "We could not confirm a phone number or email.",
            "Web page": "https://www.example.org/complaints",
            "Page you read it on": "https://www.example.org/complaints",
            "Age of that page": "March 2026",
            "How sure": "Medium",
            "Looked at on": date(2026, 11, 2),
            "Look again by": date(2027, 5, 2),
            "Looked at by": "Local Offer officer",
        },
    ),
)

_WHICH = "Which service: its name from the sheet Services. Fill in that sheet first, then choose here."

PHONES = SheetPlan(
    name="Phones",
    thing="phone",
    about="Phone numbers of the services. One row for each number, the one to try first above the others.",
    plain_columns=(
        Column("service", "Service", Kind.SERVICE, 40, _WHICH, needed=True),
        Column("number", "Number", Kind.PHONE, 22, "With its first 0 and spaces, such as: 0113 496 0000", needed=True),
        Column("type", "Type", Kind.CHOICE, 18, "Phone, textphone or text message. If left empty, it is a phone."),
        Column("description", "Note", Kind.WORDS, 46, "Which line this is, such as: For young people. Mostly empty."),
    ),
    examples=(
        {"Service": "Example: Anytown SENDIASS", "Number": "0113 496 0000", "Type": "Phone"},
        {
            "Service": "Example: Anytown SENDIASS",
            "Number": "0113 496 0001",
            "Type": "Textphone",
            "Note": "Leave your number. They phone you back.",
        },
    ),
)

OPENING_TIMES = SheetPlan(
    name="Opening times",
    thing="schedule",
    about="When the services can be reached. One row for each line of opening times.",
    plain_columns=(
        Column("service", "Service", Kind.SERVICE, 40, _WHICH, needed=True),
        Column(
            "description",
            "Open",
            Kind.WORDS,
            60,
            "When they are open, in words, such as: Monday to Friday, 10am to 3pm",
            needed=True,
        ),
    ),
    examples=({"Service": "Example: Anytown SENDIASS", "Open": "Monday to Friday, 10am to 3pm"},),
)

PLANS = (ORGANIZATIONS, SERVICES, PHONES, OPENING_TIMES)
"""Every sheet that is read, in its order."""
