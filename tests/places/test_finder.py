from dateline.analysis.model import Entity, Mention
from dateline.analysis.names import find_entities
from dateline.analysis.places import find_places, geojson


def places_of(parsed, entities=()):
    return {place.name: place for place in find_places(parsed, entities)}


def test_the_state_behind_the_comma_decides(parsed_of):
    places = places_of(parsed_of("The band played in Paris, Texas, on Monday. Paris was thrilled."))
    paris = places["Paris"]
    assert (paris.country, paris.admin, len(paris.mentions)) == ("US", "Texas", 2)
    assert paris.confidence > 0.5
    assert any(other.country == "FR" for other in paris.runners_up)


def test_without_a_word_about_it_the_largest_is_meant(parsed_of):
    paris = places_of(parsed_of("The talks were held in Paris on Monday."))["Paris"]
    assert paris.country == "FR"


def test_what_stands_behind_the_comma_is_what_the_place_lies_in(parsed_of):
    places = places_of(parsed_of("She flew from Riyadh to Amman, Jordan, and on to Boston."))
    assert places["Jordan"].country == "JO"


def test_a_city_comes_before_the_region_around_it(parsed_of):
    text = "Trucks waited for days outside Rafah, in the Gaza Strip."
    places = find_places(parsed_of(text), ())
    rafah = next(place for place in places if place.mentions[:1] and place.name != "Gaza Strip")
    assert (rafah.kind, rafah.geonames_id) == ("city", 281102)


def test_the_other_places_of_the_article_decide(parsed_of):
    text = (
        "Flood waters closed roads in Richmond and Berea on Friday. Madison County crews worked "
        "through the night, and Kentucky State Police helped near Lexington."
    )
    places = places_of(parsed_of(text))
    assert {places[name].admin for name in ("Richmond", "Berea", "Lexington")} == {"Kentucky"}


def test_the_tree_is_complete_up_to_the_country(parsed_of):
    places = find_places(parsed_of("A night train runs from Lyon to Marseille."), ())
    by_id = {place.id: place for place in places}
    lyon = next(place for place in places if place.name == "Lyon")
    region = by_id[lyon.parent]
    country = by_id[region.parent]
    assert (region.kind, country.name, country.parent) == ("region", "France", None)
    assert country.mentions == ()
    assert all(place.parent is None or place.parent in by_id for place in places)


def test_a_place_is_listed_once_whatever_it_is_called(parsed_of):
    text = "American officials left the United States on Monday. The U.S. delegation met in Kiev."
    places = find_places(parsed_of(text), ())
    states = [place for place in places if place.geonames_id == 6252001]
    assert [[m.form for m in place.mentions] for place in states] == [["demonym", "name", "name"]]
    assert "Kyiv" in {place.name for place in places}


def test_what_names_say_counts(parsed_of):
    parsed = parsed_of("Everybody in the office likes Austin. Austin sings in a choir.")
    person = Entity("e1", "Austin", "PERSON", (Mention(30, 36), Mention(38, 44)))
    assert "Austin" not in places_of(parsed, [person])


def test_an_unknown_river_has_no_point(parsed_of):
    places = places_of(parsed_of("The body was found in the Zorgwell River on Sunday."))
    river = places["Zorgwell River"]
    assert (river.kind, river.lat, river.lon) == ("water", None, None)
    assert geojson([river])["features"][0]["geometry"] is None


def test_geojson_has_longitude_first(parsed_of):
    parsed = parsed_of("Rain fell in Oslo.")
    feature = next(
        f for f in geojson(find_places(parsed, ()))["features"] if f["properties"]["name"] == "Oslo"
    )
    longitude, latitude = feature["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (11, 60)
    assert feature["properties"]["mentions"] == [{"start": 13, "end": 17, "as": "name"}]


def test_no_text_no_places(parsed_of):
    assert find_places(parsed_of(""), ()) == []
    assert find_places(parsed_of("Nothing happened anywhere."), ()) == []


def test_places_with_hyphens_are_found_whole(parsed_of):
    places = places_of(
        parsed_of("Planes from Port-au-Prince and Mazar-i-Sharif landed in Stratford-upon-Avon.")
    )
    assert {place.country for place in places.values() if place.mentions} == {"HT", "AF", "GB"}


def test_washington_is_the_capital_unless_its_state_is_in_the_news(parsed_of):
    politics = "In Washington, U.S. officials spoke of tariffs. Washington and Paris disagreed."
    state = "Wildfires spread across Washington. Crews from Spokane and Yakima joined."
    assert places_of(parsed_of(politics))["Washington"].admin == "District of Columbia"
    assert places_of(parsed_of(state))["Washington"].kind == "region"


def test_the_surname_of_a_person_is_no_place(parsed_of):
    parsed = parsed_of("Naomi Osaka won on Thursday. Osaka said she was glad.")
    assert "Osaka" not in places_of(parsed, find_entities(parsed))


def test_a_qualifier_does_not_speak_for_a_namesake_elsewhere(parsed_of):
    text = (
        "A dam in Moscow, Idaho, burst on Monday. The mayor of Moscow closed the road to Lewiston."
        " In Kyiv, the president of Ukraine said that Moscow was buying time."
    )
    found = [place for place in find_places(parsed_of(text), ()) if place.name == "Moscow"]
    assert [(p.country, len(p.mentions)) for p in found if p.mentions] == [("US", 2), ("RU", 1)]


def test_a_name_before_provinces_is_the_region(parsed_of):
    places = places_of(parsed_of("Rain hit the Samangan and Balkh provinces of Afghanistan."))
    assert places["Balkh"].kind == "region"


def test_an_asides_mentions_are_not_the_storys_own(parsed_of):
    text = (
        "The fair came to Berlin. Berlin had waited long for it.\n\n"
        "Read More:\n- Berlin loses a fair\n- Why Paris sleeps\n\n"
        "All of it will go home by train in the spring.\n"
    )
    places = places_of(parsed_of(text))
    assert [mention.aside for mention in places["Berlin"].mentions] == [False, False, True]
    assert len(places["Berlin"].own_mentions) == 2
    assert len(places["Paris"].own_mentions) == 1


def test_a_place_is_named_as_the_article_spells_it(parsed_of):
    text = "The quake was felt on Naxos and in Istanbul. In Bombay nobody noticed."
    places = find_places(parsed_of(text), ())
    names = [(place.name, place.written) for place in places if place.mentions]
    assert names == [("Naxos", None), ("Istanbul", None), ("Mumbai", "Bombay")]


def test_planets_and_telescopes_are_no_towns(parsed_of):
    text = (
        "Astronomers pointed Webb at Jupiter and its moons. The telescope saw water on Europa, a"
        " moon that orbits the planet. The spacecraft was built in Denver."
    )
    assert {place.name for place in find_places(parsed_of(text), ()) if place.mentions} == {
        "Denver"
    }


def test_in_news_of_many_countries_the_large_cities_are_meant(parsed_of):
    text = (
        "Kentucky and Tennessee opposed the Paris accord. China, Germany, India, Brazil"
        " and South Africa signed it, and Canada will follow. Talks in London failed."
    )
    places = places_of(parsed_of(text))
    assert (places["Paris"].country, places["London"].country) == ("FR", "GB")
